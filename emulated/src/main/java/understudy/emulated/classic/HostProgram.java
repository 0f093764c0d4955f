package understudy.emulated.classic;

import java.util.List;

/** A program on the management host, without its own name among the arguments. */
interface HostProgram {
    Said run(List<String> arguments) throws InterruptedException;
}
