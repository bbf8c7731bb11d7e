using System.Data.Common;

namespace Strongroom.Server.Storage;

/// <summary>One database, the registry or one of a compartment's two, and what its dialect does in a way of its own.</summary>
internal interface IDatabase
{
    /// <summary>The folder of this dialect's scripts, as part of a resource's name.</summary>
    string Scripts { get; }

    /// <summary>Whether it is there already; opening makes it where the dialect can.</summary>
    bool Exists { get; }

    /// <summary>The names of our tables, in order.</summary>
    string TablesSql { get; }

    /// <summary>The columns of the table <c>$1</c>, in their order.</summary>
    string ColumnsSql { get; }

    /// <summary>How many bytes it takes at the server; null for a file, which says so itself.</summary>
    string? BytesSql { get; }

    /// <summary>Opens a connection that lives long; the caller disposes of it.</summary>
    DbConnection Open();

    /// <summary>Opens the connection of the only writer.</summary>
    /// <exception cref="Vocabulary.RefusedException">Another server is the writer.</exception>
    DbConnection OpenWriter();

    /// <summary>Takes away all that is in it, as if it had never been used. Nobody has it open.</summary>
    void Empty();

    /// <summary>Does on the writer's connection what is better done while nobody waits.</summary>
    void Tidy(DbConnection connection);

    /// <summary>Begins what the writer commits together.</summary>
    DbTransaction Begin(DbConnection connection);

    /// <summary>What stands for <c>$1</c>, <c>$2</c>… of a statement.</summary>
    DbParameter NewParameter(int number);

    /// <summary>The number of the last script that it has had; 0 for none.</summary>
    int ReadVersion(DbConnection connection);

    void WriteVersion(DbConnection connection, DbTransaction transaction, int version);
}
