using System.Text;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Server.Tests.Whole;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Recipients;

/// <summary>What a crash between the two commits leaves of codes, and how they are hashed.</summary>
public sealed class SweptCodeTests
{
    [Fact]
    public void A_customer_who_was_never_acknowledged_goes_with_its_codes()
    {
        using TemporaryFolder folder = Folders.New();
        using var session = new CompartmentSession(CompartmentDatabases.InFolder(folder.FullName), isWriter: true);
        session.BringUpToDate();
        session.Begin();
        var recipient = RecipientId.New();
        CustomerRow[] customers = [Customer(1), Customer(2)];
        foreach (CustomerRow customer in customers)
        {
            session.AddCustomer(customer);
            session.AddRecipientCode(Code(recipient, customer.Id, customer.CodeHash));
        }

        session.AddRecord(new RecordAddress(customers[0].Id, null), 1, [1]);

        int undone = Sweep.Run(session);
        session.Commit();

        Assert.Equal(1, undone);
        Assert.Equal([recipient], session.RecipientsOf(customers[0].Id));
        Assert.Empty(session.RecipientsOf(customers[1].Id));
    }

    [Fact]
    public void A_customer_keeps_the_first_code_and_nobody_who_is_gone_gets_one()
    {
        using TemporaryFolder folder = Folders.New();
        using var session = new CompartmentSession(CompartmentDatabases.InFolder(folder.FullName), isWriter: true);
        session.BringUpToDate();
        var recipient = RecipientId.New();
        CustomerRow customer = Customer(1);
        CustomerRow other = Customer(2);
        session.AddCustomer(customer);
        session.AddCustomer(other);

        session.AddRecipientCode(Code(recipient, customer.Id, [1]));
        session.AddRecipientCode(Code(recipient, customer.Id, [2])); // it has one
        session.AddRecipientCode(Code(recipient, other.Id, [1])); // the code is another's
        session.AddRecipientCode(Code(recipient, CustomerId.New(), [3])); // not there

        Assert.Equal(1, session.RecipientCodeCount(recipient));
        Assert.Equal(customer.Id, session.RecipientCodeByHash(recipient, [1])!.Customer);
    }

    private static CustomerRow Customer(byte number) => new()
    {
        Id = CustomerId.New(),
        Epoch = 1,
        SealedKey = [number],
        CodeHash = [number],
        SealedCode = [number],
        Handle = ObjectHandle.New(),
        CardVersion = 1,
    };

    private static RecipientCodeRow Code(RecipientId recipient, CustomerId customer, byte[] hash) =>
        new() { Recipient = recipient, CodeHash = hash, Customer = customer, Sealed = [1] };
}
