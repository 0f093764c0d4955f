package understudy.remote.winrm;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.OptionalInt;
import org.w3c.dom.Element;
import understudy.remote.KeptBytes;

/** One portion of what a command wrote, and its exit code if it has ended, MS-WSMV section 2.2.4.26. */
final class Received {
    private final byte[] output;
    private final byte[] error;
    private final OptionalInt exit;

    Received(byte[] output, byte[] error, OptionalInt exit) {
        this.output = output;
        this.error = error;
        this.exit = exit;
    }

    byte[] output() {
        return output;
    }

    byte[] error() {
        return error;
    }

    OptionalInt exit() {
        return exit;
    }

    static Received of(SoapAnswer answer) throws UnreadableAnswer {
        var state = answer.first(Soap.SHELL, "CommandState")
                .orElseThrow(() -> new UnreadableAnswer("it does not say whether the command still runs"));
        return new Received(
                stream(answer, "stdout"),
                stream(answer, "stderr"),
                state.getAttribute("State").equals(Soap.DONE) ? OptionalInt.of(exit(answer)) : OptionalInt.empty());
    }

    void into(KeptBytes keptOutput, KeptBytes keptError) {
        keptOutput.write(output, 0, output.length);
        keptError.write(error, 0, error.length);
    }

    /** Windows counts from 0 to 4294967295, some listeners write the same number with a sign; both are the same 32 bits. */
    private static int exit(SoapAnswer answer) throws UnreadableAnswer {
        var text = answer.text(Soap.SHELL, "ExitCode").orElse("");
        if (!text.matches("-?\\d{1,10}")) {
            throw new UnreadableAnswer("it gives no exit code for a command that has ended");
        }
        return (int) Long.parseLong(text);
    }

    private static byte[] stream(SoapAnswer answer, String name) throws UnreadableAnswer {
        var bytes = new ByteArrayOutputStream();
        for (Element stream : answer.all(Soap.SHELL, "Stream")) {
            if (stream.getAttribute("Name").equals(name)) {
                try {
                    bytes.writeBytes(Base64.getMimeDecoder().decode(stream.getTextContent()));
                } catch (IllegalArgumentException odd) {
                    throw new UnreadableAnswer("its output is not in Base64", odd);
                }
            }
        }
        return bytes.toByteArray();
    }
}
