package understudy.remote.winrm;

import java.io.IOException;
import java.io.InputStream;
import understudy.remote.Answer;
import understudy.remote.Cause;
import understudy.remote.Command;
import understudy.remote.Deadline;
import understudy.remote.KeptBytes;
import understudy.remote.shell.WindowsQuoting;
import understudy.remote.winrm.Wsman.LoginRefused;

/** One command on one session, from its start to its end. */
final class Execution {
    private static final int ERROR_LIMIT = 64 << 10;

    /** In Base64, and with an envelope around it, within the 150 KiB that old listeners take. */
    private static final int PORTION = 64 << 10;

    private final String node;
    private final WinRmSettings settings;
    private final NodeSession session;
    private final Command command;
    private final Deadline deadline;
    private final KeptBytes output;
    private final KeptBytes error = new KeptBytes(ERROR_LIMIT);

    Execution(String node, WinRmSettings settings, NodeSession session, Command command, Deadline deadline) {
        this.node = node;
        this.settings = settings;
        this.session = session;
        this.command = command;
        this.deadline = deadline;
        this.output = new KeptBytes(command.outputLimit());
    }

    Answer run() {
        try (var input = command.input().open()) {
            return run(input);
        } catch (ConnectFailure failure) {
            return new Answer.NotSent(failure.sentence());
        } catch (IOException unopened) {
            return new Answer.NotSent("What " + program() + " should read on " + node + " cannot be read here: "
                    + Cause.text(unopened) + ".");
        }
    }

    private Answer run(InputStream input) throws ConnectFailure {
        refuseWhatCannotBeSaid();
        var wsman = session.wsman(deadline);
        if (session.behindCmd()) {
            refuseWhatCmdWouldChange();
        }
        String shell = session.shell(wsman, deadline);
        String id;
        try {
            try {
                id = wsman.command(shell, command.arguments(), deadline);
            } catch (WsmanFault fault) {
                if (!fault.wantsAnotherShell()) {
                    throw fault;
                }
                // The command has surely not begun, and in a new shell it can.
                session.forgetShell();
                shell = session.shell(wsman, deadline);
                id = wsman.command(shell, command.arguments(), deadline);
            }
        } catch (WsmanFault fault) {
            return fault.isTimeout()
                    ? new Answer.Lost("WinRM on " + node + " did not say whether it has started " + program() + " ("
                            + fault.text() + "); look at what it has done.")
                    : new Answer.NotSent(FaultSentence.of(node, settings.login().account(), fault));
        } catch (LoginRefused refused) {
            session.lose();
            return new Answer.NotSent(refused.sentence(settings));
        } catch (IOException failure) {
            return lost(failure);
        }
        session.used();
        return new Attended(wsman, shell, id).untilItsEnd(input);
    }

    /** The command as it runs on the node, known there by its id. */
    private final class Attended {
        private final Wsman wsman;
        private final String shell;
        private final String id;

        Attended(Wsman wsman, String shell, String id) {
            this.wsman = wsman;
            this.shell = shell;
            this.id = id;
        }

        Answer untilItsEnd(InputStream input) {
            try {
                feed(input);
                return receive();
            } catch (BrokenInput broken) {
                session.abandon(id);
                return new Answer.Lost("What " + program() + " reads on " + node + " broke off here: "
                        + Cause.text(broken) + "; look at what it has done.");
            } catch (WsmanFault fault) {
                session.abandon(id);
                return new Answer.Lost("WinRM on " + node + " no longer tells of " + program() + " (" + fault.text()
                        + "); look at what it has done.");
            } catch (LoginRefused refused) {
                session.lose();
                return new Answer.Lost("WinRM on " + node + " no longer believes who we are while " + program()
                        + " runs there; look at what it has done.");
            } catch (IOException failure) {
                if (deadline.hasPassed()) {
                    session.abandon(id);
                }
                return lost(failure);
            }
        }

        private void feed(InputStream input) throws IOException, WsmanFault, LoginRefused, BrokenInput {
            var portion = portion(input);
            while (true) {
                var next = portion.length < PORTION ? new byte[0] : portion(input);
                try {
                    wsman.send(shell, id, portion, next.length == 0, deadline);
                } catch (WsmanFault fault) {
                    if (fault.isTimeout()) {
                        throw fault;
                    }
                    // A program may end without having read everything; if it is something else, receiving will tell.
                    return;
                }
                if (next.length == 0) {
                    return;
                }
                portion = next;
            }
        }

        private Answer receive() throws IOException, WsmanFault, LoginRefused {
            while (!deadline.hasPassed()) {
                try {
                    var received = wsman.receive(shell, id, deadline);
                    received.into(output, error);
                    if (received.exit().isPresent()) {
                        tidyUp();
                        return new Answer.Finished(
                                received.exit().getAsInt(),
                                output.text(),
                                error.text(),
                                output.truncated() || error.truncated());
                    }
                } catch (WsmanFault fault) {
                    if (!fault.isTimeout()) {
                        throw fault;
                    }
                    // Only that nothing was written for a while.
                }
            }
            session.abandon(id);
            return tooLate();
        }

        /** Lets the node forget the command, which it keeps until it is told to (MS-WSMV section 3.1.4.12). */
        private void tidyUp() throws IOException, LoginRefused {
            try {
                wsman.terminate(shell, id, Deadline.after(settings.connectDeadline()));
                session.used();
            } catch (WsmanFault unknown) {
                // Then it has forgotten it already, or the whole shell is gone; the next command will find out.
                session.used();
            } catch (IOException gone) {
                session.lose();
            }
        }
    }

    private static byte[] portion(InputStream input) throws BrokenInput {
        try {
            return input.readNBytes(PORTION);
        } catch (IOException broken) {
            throw new BrokenInput(broken);
        }
    }

    private static final class BrokenInput extends Exception {
        private static final long serialVersionUID = 1;

        BrokenInput(IOException cause) {
            super(cause);
        }
    }

    private void refuseWhatCannotBeSaid() throws ConnectFailure {
        if (!command.arguments().stream().allMatch(XmlWriter::canHold)) {
            throw new ConnectFailure("An argument of " + program() + " for " + node
                    + " holds a control character that WinRM has no way to carry: give it by standard input.");
        }
        if (command.arguments().getFirst().indexOf('"') >= 0) {
            throw new ConnectFailure("The program " + program() + " for " + node
                    + " has a quotation mark in its name, which Windows cannot start: correct the name.");
        }
    }

    private void refuseWhatCmdWouldChange() throws ConnectFailure {
        var hazard = WindowsQuoting.hazardBehindCmd(command.arguments());
        if (hazard.isPresent()) {
            throw new ConnectFailure(program() + " was not sent to " + node
                    + ", for WinRM there passes a command line through cmd.exe and " + hazard.get()
                    + ", which that would change: give it by standard input, or use SSH.");
        }
    }

    private Answer lost(IOException failure) {
        session.lose();
        if (Thread.currentThread().isInterrupted()) {
            return new Answer.Lost(
                    "We were told to stop waiting for " + program() + " on " + node + "; it may go on there.");
        }
        if (deadline.hasPassed()) {
            return tooLate();
        }
        return failure instanceof UnreadableAnswer odd
                ? new Answer.Lost("The answer of WinRM on " + node + " about " + program() + " cannot be read, for "
                        + odd.why() + "; look at what it has done.")
                : new Answer.Lost("The connection to " + node + " was lost while " + program() + " ran there ("
                        + Cause.text(failure) + "); look at what it has done.");
    }

    private Answer tooLate() {
        return new Answer.Lost("No end of " + program() + " on " + node + " within "
                + command.deadline().toMillis() + " ms; it may go on there, so look at what it has done.");
    }

    private String program() {
        return "'" + command.arguments().getFirst() + "'";
    }
}
