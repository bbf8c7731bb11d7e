using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>What a customer has before the first record is written.</summary>
/// <param name="Id">The owner id of the records.</param>
/// <param name="Code">The code, reserved in the registry.</param>
/// <param name="Handle">How the audit log names the customer.</param>
/// <param name="Key">The customer's key, epoch 1.</param>
internal sealed record NewCustomer(CustomerId Id, CustomerCode Code, ObjectHandle Handle, SealingKey Key);
