package understudy.cli.commands;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.view.Explanations;

/** {@code understudy explain}: what the code of a finding means and what to do about it. */
@Command(name = "explain", description = "What a finding's code means.", mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            completionCandidates = Codes.class,
            description = "Such as QUORUM-WOULD-BE-LOST; without one, all codes are listed.")
    private Optional<String> code = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Explained(List<Explanations.Explanation> codes) {}

    @Override
    public Integer call() {
        List<Explanations.Explanation> known = Explanations.all();
        List<Explanations.Explanation> found =
                code.map(word -> List.of(find(known, word))).orElse(known);
        List<String> lines = new ArrayList<>();
        if (code.isPresent()) {
            lines.addAll(Explanations.page(found.getFirst()));
        } else {
            found.forEach(one -> lines.add(one.code()));
        }
        printing.print(Explained.class, new Explained(found), lines);
        return ExitCode.DONE.code();
    }

    static final class Codes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Explanations.all().stream()
                    .map(Explanations.Explanation::code)
                    .iterator();
        }
    }

    private static Explanations.Explanation find(List<Explanations.Explanation> known, String word) {
        String wanted = word.toUpperCase(Locale.ROOT);
        return known.stream()
                .filter(one -> one.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> near = Explanations.near(wanted);
                    return new Ending(
                            ExitCode.BAD_INPUT,
                            "There is no code \"" + word + "\": "
                                    + (near.isEmpty()
                                            ? "`understudy explain` lists all codes."
                                            : "did you mean " + String.join(", ", near) + "?"));
                });
    }
}
