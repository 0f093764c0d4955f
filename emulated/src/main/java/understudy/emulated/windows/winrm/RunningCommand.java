package understudy.emulated.windows.winrm;

import java.io.IOException;
import understudy.emulated.windows.CommandHost;

/** A program that runs on the node, with what goes in and what comes out. */
final class RunningCommand {
    /** STATUS_CONTROL_C_EXIT, which a program that was terminated leaves; the reference does not say whether WinRM passes it on. */
    private static final int TERMINATED = 0xC000013A;

    private final InputBuffer input = new InputBuffer();
    private final OutputBuffer output = new OutputBuffer();
    private final Thread thread;

    RunningCommand(CommandHost host, String account, String line) {
        thread = Thread.ofVirtual().name("winrm-command-" + host.name()).start(() -> run(host, account, line));
    }

    private void run(CommandHost host, String account, String line) {
        try {
            output.ended(host.run(account, line, input, output.output(), output.error()));
        } catch (InterruptedException told) {
            output.ended(TERMINATED);
        } catch (IOException gone) {
            if (Thread.currentThread().isInterrupted()) {
                output.ended(TERMINATED);
            } else {
                output.lostPower();
            }
        } finally {
            input.close();
        }
    }

    InputBuffer input() {
        return input;
    }

    OutputBuffer output() {
        return output;
    }

    void terminate() {
        thread.interrupt();
    }
}
