package understudy.cli.commands;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import understudy.core.model.RunId;

/** Reads a run's name from the command line. */
final class RunNames implements ITypeConverter<RunId> {
    @Override
    public RunId convert(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no run's name, which has 1 to 40 of the characters a-z, 0-9 and -");
        }
    }

    static Ending unknown(RunId run) {
        return new Ending(
                ExitCode.BAD_INPUT,
                "There is no run " + run + " in this state directory: `understudy runs` lists them.");
    }

    static Ending neverBegan(RunId run) {
        return new Ending(
                ExitCode.BAD_INPUT,
                "Run " + run + " was broken off before it began; nothing was touched. Open a new one.");
    }
}
