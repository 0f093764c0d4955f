package understudy.remote.job;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.Lost;
import understudy.remote.Answer.Unanswered;
import understudy.remote.BootId;

/** Reads what the script on the node answered; what it does not understand it takes for no answer. */
final class JobAnswers {
    private static final String START = "understudy-job ";
    private static final Pattern END = Pattern.compile(
            "\\{\"format\":1,\"exit\":(\\d{1,3}),\"boot\":\"([0-9a-f-]+)\",\"started\":\"([0-9TZ:-]+)\",\"ended\":\"([0-9TZ:-]+)\"}");

    private JobAnswers() {}

    /** The words behind the script's mark, or nothing if it did not get as far as to answer. */
    static Optional<String> words(Answer answer) {
        if (answer instanceof Finished finished
                && finished.exit() == 0
                && finished.output().startsWith(START)) {
            return Optional.of(finished.output().substring(START.length()).strip());
        }
        return Optional.empty();
    }

    static JobState state(String node, Answer answer) {
        return switch (answer) {
            case Unanswered unanswered -> new JobState.Unseen(unanswered);
            case Finished finished -> words(answer).flatMap(JobAnswers::read).orElseGet(() -> broken(node, finished));
        };
    }

    private static Optional<JobState> read(String words) {
        var space = words.indexOf(' ');
        var verb = space < 0 ? words : words.substring(0, space);
        var rest = space < 0 ? "" : words.substring(space + 1).strip();
        try {
            return switch (verb) {
                case "absent" -> Optional.of(new JobState.Absent());
                case "running" -> Optional.of(new JobState.Running(new BootId(rest)));
                case "refused" -> Optional.of(new JobState.Refused(plain(rest)));
                case "unknown" -> unknown(List.of(rest.split(" ")));
                case "ended" -> ended(rest);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    private static Optional<JobState> unknown(List<String> boots) {
        return boots.size() == 2
                ? Optional.of(new JobState.UnknownEnd(new BootId(boots.getFirst()), new BootId(boots.getLast())))
                : Optional.empty();
    }

    private static Optional<JobState> ended(String json) {
        var match = END.matcher(json);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new JobState.Ended(
                Integer.parseInt(match.group(1)),
                new BootId(match.group(2)),
                Instant.parse(match.group(3)),
                Instant.parse(match.group(4))));
    }

    /** A script that broke off may have done anything before, so the start is in doubt. */
    private static JobState broken(String node, Finished finished) {
        var said = plain((finished.error() + " " + finished.output()).strip());
        return new JobState.Unseen(new Lost("The job script on " + node + " broke off with exit " + finished.exit()
                + " (" + said + "); look there, then ask again."));
    }

    private static String plain(String said) {
        var line = said.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(300, line.length()));
    }
}
