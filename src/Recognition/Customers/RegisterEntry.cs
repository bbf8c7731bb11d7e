using System.Runtime.InteropServices;

namespace Strongroom.Recognition.Customers;

/// <summary>What a hash in the register points to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegisterEntry(
    int Customer, int Next, byte FieldKind, VariantStrength Strength, byte WordCount);
