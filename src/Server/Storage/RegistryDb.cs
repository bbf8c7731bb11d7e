using Microsoft.EntityFrameworkCore;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// The registry: staff, compartments, agreements, jobs, code routes; no customer data. Each slice maps its own rows
/// beside them and reaches them with <c>Set&lt;TRow&gt;()</c>; the schema is the numbered SQL in <c>Migrations</c>.
/// </summary>
internal sealed class RegistryDb(DbContextOptions<RegistryDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegistryDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<AgreementId>().HaveConversion<IdConverter<AgreementId>>();
        configurationBuilder.Properties<CompartmentId>().HaveConversion<IdConverter<CompartmentId>>();
        configurationBuilder.Properties<DocumentId>().HaveConversion<IdConverter<DocumentId>>();
        configurationBuilder.Properties<RecipientId>().HaveConversion<IdConverter<RecipientId>>();
        configurationBuilder.Properties<RecordId>().HaveConversion<IdConverter<RecordId>>();
        configurationBuilder.Properties<JobId>().HaveConversion<IdConverter<JobId>>();
        configurationBuilder.Properties<ObjectHandle>().HaveConversion<IdConverter<ObjectHandle>>();
        configurationBuilder.Properties<PasskeyId>().HaveConversion<IdConverter<PasskeyId>>();
        configurationBuilder.Properties<ScreeningId>().HaveConversion<IdConverter<ScreeningId>>();
        configurationBuilder.Properties<ServiceAccountId>().HaveConversion<IdConverter<ServiceAccountId>>();
        configurationBuilder.Properties<StaffId>().HaveConversion<IdConverter<StaffId>>();
    }
}
