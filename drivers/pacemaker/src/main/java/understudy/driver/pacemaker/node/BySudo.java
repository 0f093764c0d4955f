package understudy.driver.pacemaker.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import understudy.driver.pacemaker.helper.Helper;
import understudy.remote.Answer;
import understudy.remote.Answer.NotSent;
import understudy.remote.Answer.Unanswered;
import understudy.remote.Command;
import understudy.remote.ElevatedShell;
import understudy.remote.NodeShell;

/**
 * An account that is not root: all goes through the node's helper. Where a node has none and the account may call anything by sudo, as
 * on many a cloud's image, all is sent as to root. Which of them it is, is asked once.
 */
final class BySudo implements Elevation {
    private final NodeShell shell;
    private final List<String> become;
    private final ByHelper helper;
    private volatile Optional<Elevation> settled = Optional.empty();

    BySudo(NodeShell shell, List<String> become) {
        this.shell = shell;
        this.become = List.copyOf(become);
        this.helper = new ByHelper(
                shell, Stream.concat(become.stream(), Helper.prefix().stream()).toList());
    }

    @Override
    public Answer run(Command command) {
        return through(elevation -> elevation.run(command));
    }

    @Override
    public Answer run(Script script, Duration deadline, int limit) {
        return through(elevation -> elevation.run(script, deadline, limit));
    }

    @Override
    public Optional<String> refusal(List<String> command) {
        var way = settle();
        return way.isPresent()
                ? Optional.of(way.get().reason())
                : settled.orElse(helper).refusal(command);
    }

    @Override
    public List<String> work(List<String> scripts) {
        // Where nothing is settled the job will not be started either.
        settle();
        return settled.orElse(helper).work(scripts);
    }

    private Answer through(Function<Elevation, Answer> call) {
        var unsettled = settle();
        return unsettled.isPresent() ? new NotSent(unsettled.get().reason()) : call.apply(settled.orElse(helper));
    }

    /** Asks which way it is, unless that is known; why nobody can tell, where nobody can. */
    private Optional<Unanswered> settle() {
        if (settled.isPresent()) {
            return Optional.empty();
        }
        return switch (helper.presence()) {
            case ByHelper.Presence.Here() -> keep(helper);
            case ByHelper.Presence.Absent() -> keep(new AsRoot(new ElevatedShell(shell, become)));
            case ByHelper.Presence.Unknown(Unanswered why) -> Optional.of(why);
        };
    }

    private Optional<Unanswered> keep(Elevation elevation) {
        settled = Optional.of(elevation);
        return Optional.empty();
    }
}
