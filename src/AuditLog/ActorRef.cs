using Strongroom.Vocabulary;

namespace Strongroom.AuditLog;

/// <summary>Who acts, as the log keeps it: a kind, and 16 bytes of id where the kind has one.</summary>
public sealed record ActorRef
{
    private readonly Guid _id;

    private ActorRef(ActorKind kind, Guid id) => (Kind, _id) = (kind, id);

    /// <summary>The program itself.</summary>
    public static ActorRef Program { get; } = new(ActorKind.Server, Guid.Empty);

    /// <summary>Somebody who is not logged in.</summary>
    public static ActorRef Stranger { get; } = new(ActorKind.Visitor, Guid.Empty);

    /// <summary>The public intake form.</summary>
    public static ActorRef IntakeForm { get; } = new(ActorKind.IntakeForm, Guid.Empty);

    /// <summary>What sort of actor.</summary>
    public ActorKind Kind { get; }

    /// <summary>The member of staff, or null where the actor is of another kind.</summary>
    public StaffId? Staff => Kind == ActorKind.StaffMember ? StaffId.FromBytes(Bytes) : null;

    /// <summary>The service account, or null where the actor is of another kind.</summary>
    public ServiceAccountId? ServiceAccount =>
        Kind == ActorKind.ServiceAccount ? ServiceAccountId.FromBytes(Bytes) : null;

    /// <summary>The job, or null where the actor is of another kind.</summary>
    public JobId? Job => Kind == ActorKind.Job ? JobId.FromBytes(Bytes) : null;

    /// <summary>The customer's handle, or null where the actor is of another kind.</summary>
    public ObjectHandle? Customer => Kind == ActorKind.Customer ? ObjectHandle.FromBytes(Bytes) : null;

    private byte[] Bytes => _id.ToByteArray(bigEndian: true);

    /// <summary>A member of staff.</summary>
    public static ActorRef Of(StaffId staff) => new(ActorKind.StaffMember, Read(staff));

    /// <summary>A service account.</summary>
    public static ActorRef Of(ServiceAccountId account) => new(ActorKind.ServiceAccount, Read(account));

    /// <summary>A job.</summary>
    public static ActorRef Of(JobId job) => new(ActorKind.Job, Read(job));

    /// <summary>A customer, by the handle that stands for it in the log.</summary>
    public static ActorRef OfCustomer(ObjectHandle handle) => new(ActorKind.Customer, Read(handle));

    /// <summary>The text form of the id; the kind in lower case where there is no id.</summary>
    public override string ToString() => Kind switch
    {
        ActorKind.StaffMember => Staff!.ToString(),
        ActorKind.ServiceAccount => ServiceAccount!.ToString(),
        ActorKind.Job => Job!.ToString(),
        ActorKind.Customer => Customer!.ToString(),
        ActorKind.IntakeForm => "intake-form",
        ActorKind.Server => "program",
        ActorKind.Visitor => "stranger",
        _ => $"actor-kind-{(int)Kind}",
    };

    internal static ActorRef FromBytes(ActorKind kind, ReadOnlySpan<byte> id) =>
        new(kind, new Guid(id, bigEndian: true));

    internal void CopyIdTo(Span<byte> destination) => _id.TryWriteBytes(destination, bigEndian: true, out _);

    private static Guid Read(IIdentifier id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Span<byte> bytes = stackalloc byte[IIdentifier.Size];
        id.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }
}
