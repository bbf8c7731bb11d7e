using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 2: what the business is called, and the template of its trade.</summary>
internal static class DescribeBusiness
{
    /// <exception cref="RefusedException">Something does not fit; every fault is named.</exception>
    public static void Run(SetupDraft draft, string untrustedName, string untrustedTemplate)
    {
        var input = new StaffInput();
        string name = input.Text("business", untrustedName, ClaimTerms.LongestBusiness);
        TradeTemplate? template = TradeTemplates.Find(untrustedTemplate);
        input.Require("template", template is not null, "Choose one of the trades.");
        input.ThrowIfFaulty();
        draft.Business = name;
        draft.Template = template!;
    }
}
