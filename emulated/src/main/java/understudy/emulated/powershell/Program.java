package understudy.emulated.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A program that is not a cmdlet. */
@FunctionalInterface
public interface Program {
    /** Runs it to its end and gives its exit code. */
    int run(List<String> arguments, InputStream input, OutputStream output) throws IOException, InterruptedException;
}
