using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>
/// One kind of long work. It may be begun again after a crash, and must then go on where its own durable notes say.
/// </summary>
internal interface IJobWork
{
    /// <summary>The kind, as rows name it: <c>import</c>, <c>redaction</c>…</summary>
    string Kind { get; }

    /// <summary>What people call it.</summary>
    string Label => Kind;

    /// <summary>The page that tells more of one such job; null where the page of jobs says all.</summary>
    string? PathOf(JobRow job) => null;

    /// <summary>What an outcome means and what to do next; null where the page of jobs says enough.</summary>
    string? SentenceOf(string outcome) => null;

    /// <summary>Does the work; ends early when told to stop.</summary>
    /// <returns>A stable code that says how it ended: <c>done</c>, or why not.</returns>
    /// <exception cref="RefusedException">
    /// A rule or a store said no; the job fails with the refusal's code.
    /// </exception>
    Task<JobOutcome> RunAsync(JobHandle job, CancellationToken stop);
}
