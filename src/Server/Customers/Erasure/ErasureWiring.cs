namespace Strongroom.Server.Customers.Erasure;

/// <summary>Wires erasing and holds.</summary>
internal static class ErasureWiring
{
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<ErasureRegister>()
        .AddSingleton<DestroyCustomer>()
        .AddSingleton<EraseCustomer>()
        .AddSingleton<ReadCertificate>()
        .AddSingleton<HoldCustomer>()
        .AddHostedService<KeepErasing>();
}
