using System.Text;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The capability: only <see cref="CompartmentDoor"/> makes one, after the rule said yes and the entry was written, and
/// <see cref="CompartmentSearch"/>, which writes the one entry of many compartments before anything leaves it. Whoever
/// holds it may do in the compartment what was asked for; disposing of it ends that.
/// </summary>
internal sealed class OpenCompartment : IDisposable
{
    private readonly LoadedCompartment _loaded;
    private OpenCustomer? _customer;
    private bool _isEnded;

    /// <param name="loaded">The compartment, with a lease that this object ends.</param>
    /// <param name="facts">What the registry knows of it.</param>
    /// <param name="customer">The customer that the request names, if it names one.</param>
    /// <param name="entry">The number of the audit entry; null where it was only noted.</param>
    internal OpenCompartment(LoadedCompartment loaded, CompartmentFacts facts, OpenCustomer? customer, long? entry)
    {
        _loaded = loaded;
        Facts = facts;
        _customer = customer;
        Entry = entry;
    }

    public CompartmentFacts Facts { get; }

    /// <summary>
    /// The number of the audit entry under which this was opened; null where the entry was only noted.
    /// </summary>
    public long? Entry { get; }

    /// <summary>The customer that the request named.</summary>
    public OpenCustomer Customer =>
        _customer ?? throw new InvalidOperationException("the request that opened this compartment named no customer");

    /// <summary>How many customers it holds now, those in the trash included.</summary>
    public long CustomerCount => _loaded.CustomerCount;

    /// <summary>How many batches the compartment has committed; stands in its audit entries.</summary>
    public long CommitCount => _loaded.Store.CommitCount;

    /// <summary>What the public intake seals to.</summary>
    public AgeIdentity Inbox => _loaded.Keys.Inbox;

    /// <summary>
    /// What a slice keeps in memory beside the compartment, made once; it goes when the compartment goes.
    /// </summary>
    public TCompanion Companion<TCompanion>()
        where TCompanion : class, IDisposable, new() =>
        Loaded.Companion<TCompanion>();

    /// <summary>Runs on a reader of its own.</summary>
    public TResult Read<TResult>(Func<CompartmentSession, TResult> work) => Loaded.Store.Read(work);

    /// <summary>Runs on the writer; durable when it returns.</summary>
    public Task<TResult> WriteAsync<TResult>(Func<CompartmentSession, TResult> work, CancellationToken cancellation) =>
        Loaded.Store.WriteAsync(work, cancellation);

    /// <summary>Waits until what is being committed now is committed.</summary>
    public Task SettleAsync(CancellationToken cancellation) => Loaded.Store.SettleAsync(cancellation);

    /// <summary>
    /// Opens another customer of this compartment, for acts that are about many: look-ups, lists, the document matcher.
    /// </summary>
    public OpenCustomer OpenCustomer(CustomerRow row) => new(row, Loaded.OpenCustomerKey(row), Facts.Id);

    /// <summary>
    /// Looks at the row of the request's customer again, which may have changed since the door looked.
    /// </summary>
    /// <exception cref="RefusedException">The customer is no longer there.</exception>
    public OpenCustomer RefreshCustomer()
    {
        byte[] id = RecordAddress.Bytes(Customer.Row.Id);
        CustomerRow row = Read(session => session.CustomerById(id))
            ?? throw new RefusedException(AccessRefusals.NotFound);
        OpenCustomer fresh = OpenCustomer(row);
        _customer!.Dispose();
        return _customer = fresh;
    }

    /// <summary>Makes a customer's key and what is stored of it. The caller disposes of the customer.</summary>
    public OpenCustomer MakeCustomer(NewCustomer newcomer)
    {
        byte[] sealedKey = Loaded.SealCustomerKey(newcomer.Id, newcomer.Key);
        var seal = new OwnerSeal(newcomer.Key, Facts.Id, newcomer.Id);
        var row = new CustomerRow
        {
            Id = newcomer.Id,
            Epoch = checked((int)newcomer.Key.Generation),
            SealedKey = sealedKey,
            CodeHash = HashCode(newcomer.Code),
            SealedCode = seal.Seal("code", null, 1, Encoding.ASCII.GetBytes(newcomer.Code.ToString())),
            Handle = newcomer.Handle,
            CardVersion = 1,
        };
        return new OpenCustomer(row, newcomer.Key, Facts.Id);
    }

    /// <summary>
    /// Writes a customer's row, on the writer. The cap is looked at here, where nobody else can come between, and whether
    /// the compartment has another key since the row was made.
    /// </summary>
    /// <returns>False where the compartment is full; nothing was written.</returns>
    public bool TryAddCustomer(CompartmentSession session, OpenCustomer customer)
    {
        if (Loaded.CustomerCount >= Facts.Cap)
        {
            return false;
        }

        CustomerRow row = customer.Row;
        session.AddCustomer(Loaded.IsCurrent(row)
            ? row
            : row with { SealedKey = Loaded.SealCustomerKey(row.Id, customer.Seal.Key) });
        Loaded.CustomerCount++;
        return true;
    }

    /// <summary>Whether any key of this compartment opens a customer's sealed key.</summary>
    public bool CanOpenKeyOf(CustomerRow row) => Loaded.CanOpenKeyOf(row);

    /// <summary>The code of a customer, opened.</summary>
    public static CustomerCode CodeOf(OpenCustomer customer) => CustomerCode.Parse(
        Encoding.ASCII.GetString(customer.Seal.Open("code", null, 1, customer.Row.SealedCode)), null);

    /// <summary>How <c>keys.db</c> finds a customer by code.</summary>
    public byte[] HashCode(CustomerCode code) =>
        Loaded.Keys.CodeHash.Hash("code", Encoding.ASCII.GetBytes(code.ToString()))[..IIdentifier.Size];

    /// <summary>How <c>keys.db</c> finds a customer by the code that a recipient knows.</summary>
    public byte[] HashCode(RecipientId recipient, RecipientCode code) => Loaded.Keys.CodeHash.Hash(
        "recipient-code", [.. RecordAddress.Bytes(recipient), .. Encoding.ASCII.GetBytes(code.ToString())])[
            ..IIdentifier.Size];

    /// <summary>The blind-index tag of a normalised value.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="normalised">The value, normalised as its kind says.</param>
    /// <param name="bits">How many bits are kept, 4 to 128.</param>
    public byte[] Tag(string field, string normalised, int bits) =>
        Loaded.Keys.Index(field).Tag(Encoding.UTF8.GetBytes(normalised), bits);

    /// <summary>Seals what belongs to the compartment and to no one customer.</summary>
    public OwnerSeal SealFor(IIdentifier owner) => new(Loaded.Keys.File, Facts.Id, owner);

    /// <summary>
    /// Seals what a customer has besides the card, under the customer's key, so that it dies with the customer.
    /// </summary>
    public OwnerSeal SealFor(IIdentifier owner, OpenCustomer customer) => new(customer.Seal.Key, Facts.Id, owner);

    public void Dispose()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        _customer?.Dispose();
        _loaded.EndLease();
    }

    private LoadedCompartment Loaded
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isEnded, this);
            return _loaded;
        }
    }
}
