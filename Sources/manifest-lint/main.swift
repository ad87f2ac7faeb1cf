internal import Glibc

StandardDescriptors.reserve()
// A reader that goes away (`| head`) is no reason to die with a signal: the write fails instead.
signal(SIGPIPE, SIG_IGN)
exit(Program.run(Environment.current()).code)
