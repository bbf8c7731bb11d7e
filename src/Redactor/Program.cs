using Microsoft.Win32.SafeHandles;
using Strongroom.Redactor;

// Standard input and output as bytes: this program prints nothing for people.
await using var input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
await using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
return await RedactorPipe.RunAsync(input, output, CancellationToken.None);
