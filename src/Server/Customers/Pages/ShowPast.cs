using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>Reads the past reveals of a customer in the words of a page.</summary>
internal sealed class ShowPast(ListReveals list, StaffNames names, FieldKinds kinds, Settings settings)
{
    public async Task<IReadOnlyList<PastLine>> RunAsync(
        Standing who, CustomerCode code, CancellationToken cancellation)
    {
        RevealList past = await list.RunAsync(who, code, cancellation);
        IReadOnlyDictionary<string, string> people = await names.FindAsync(
            past.Items.Select(item => item.By), cancellation);
        return
        [
            .. past.Items.Select(item => new PastLine(
                item.At, people.GetValueOrDefault(item.By, item.By), What(item), Why(item), item.IsCopied)),
        ];
    }

    private string What(PastReveal item)
    {
        string fields = string.Join(", ", item.Fields.Select(kind => kinds.Find(kind)?.Label ?? kind));
        return item.Version is { } version ? FormattableString.Invariant($"{fields}, version {version}") : fields;
    }

    private string Why(PastReveal item)
    {
        string? purpose = settings.Purposes.FirstOrDefault(one => one.Id == item.Purpose)?.Label ?? item.Purpose;
        return string.IsNullOrEmpty(item.Case) ? purpose ?? string.Empty : $"{purpose}, case {item.Case}";
    }
}
