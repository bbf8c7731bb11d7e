using System.Runtime.InteropServices;
using Strongroom.Cli;

using var stopping = new CancellationTokenSource();
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return await Commands.RunAsync(args, stopping.Token);

// The verb ends by itself and tidies up; the program does not fall over in the middle of it.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
