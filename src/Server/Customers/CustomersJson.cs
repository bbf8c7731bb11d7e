using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Strongroom.Server.Customers.Confirmations;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Customers.Import;
using Strongroom.Server.Customers.LookUps;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>The shapes of this slice as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(ImportSettings))]
[JsonSerializable(typeof(ImportPlan))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(ImportCard))]
[JsonSerializable(typeof(ImportList))]
[JsonSerializable(typeof(ImportColumns))]
[JsonSerializable(typeof(ImportColumnsRequest))]
[JsonSerializable(typeof(ImportRunRequest))]
[JsonSerializable(typeof(UndoSettings))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CustomerCard))]
[JsonSerializable(typeof(ErasureRequest))]
[JsonSerializable(typeof(ErasurePlan))]
[JsonSerializable(typeof(ErasureCertificate))]
[JsonSerializable(typeof(HoldRequest))]
[JsonSerializable(typeof(CreateRequest))]
[JsonSerializable(typeof(CreatedCustomer))]
[JsonSerializable(typeof(MaskedCustomer))]
[JsonSerializable(typeof(CustomerList))]
[JsonSerializable(typeof(LookUpRequest))]
[JsonSerializable(typeof(LookUpAnswer))]
[JsonSerializable(typeof(RevealRequest))]
[JsonSerializable(typeof(RevealedFields))]
[JsonSerializable(typeof(CorrectRequest))]
[JsonSerializable(typeof(FieldHistory))]
[JsonSerializable(typeof(RevealList))]
[JsonSerializable(typeof(RevealExtension))]
[JsonSerializable(typeof(ConfirmationRequest))]
[JsonSerializable(typeof(Confirmation))]
[JsonSerializable(typeof(ConfirmationTries))]
[JsonSerializable(typeof(FieldList))]
[JsonSerializable(typeof(PurposeList))]
internal sealed partial class CustomersJson : JsonSerializerContext;
