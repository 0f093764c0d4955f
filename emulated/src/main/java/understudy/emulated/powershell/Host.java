package understudy.emulated.powershell;

import java.util.List;
import java.util.Optional;

/** What a session finds around it on its node. */
public interface Host {
    /** The cmdlets, those of loaded snap-ins included. */
    Cmdlets cmdlets();

    /** A program by its name or full path. */
    Optional<Program> program(String name);

    /** An environment variable. */
    Optional<String> environment(String name);

    /** A static member of a .NET class that the node answers for, such as {@code IO.File}; empty where it knows none. */
    Optional<Object> call(String type, String member, List<Object> arguments)
            throws PowerShellError, java.io.IOException, InterruptedException;

    /** A new object of a .NET class; empty where it knows none. */
    Optional<Object> create(String type, List<Object> arguments) throws PowerShellError;

    /** A cmdlet, a program or a method of a .NET class is about to be run; an interruption ends the script here. */
    void about(String command) throws InterruptedException;

    /** The id of the session's own process. */
    int processId();
}
