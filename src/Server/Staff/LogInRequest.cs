using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>What a person types to log in.</summary>
/// <param name="Email">The work address.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">The authenticator's code, or a recovery code.</param>
internal sealed record LogInRequest(PersonalText Email, PersonalText Password, PersonalText Code);
