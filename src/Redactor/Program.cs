using Microsoft.Win32.SafeHandles;
using Strongroom.Redactor;
using Strongroom.Redactor.Children;
using Strongroom.Vocabulary.Paper;

// Standard input and output as bytes: this program prints nothing for people.
using var input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
var sandbox = new Sandbox();
switch (args)
{
    case []:
        OutOfMemory.TakeUsFirst();
        return RedactorPipe.Run(input, output, new Supervisor(sandbox).Answer);
    case [ChildWork.Reading]:
        return RedactorPipe.Run(input, output, ChildWork.Read);
    case [ChildWork.Proving]:
        return RedactorPipe.Run(input, output, ChildWork.Prove);
    case [PaperToolsReport.Argument]:
        output.Write(PaperToolsReport.Write(sandbox.Missing()));
        return 0;
    default:
        return 2;
}
