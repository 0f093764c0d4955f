package understudy.driver.bigfix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.Observer;
import understudy.driver.bigfix.wire.ActionPage;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;

/** What an administrator does once: it is shown what is missing on which node, and taken there if that is wanted. */
public final class Preparation {
    private static final Duration LIFE = Duration.ofHours(1);

    private final BigFixSettings settings;
    private final BigFixApi api;
    private final Observer observer;

    Preparation(BigFixSettings settings, BigFixApi api, Observer observer) {
        this.settings = settings;
        this.api = api;
        this.observer = observer;
    }

    /** Something that is still to be taken on a node. */
    public record Missing(NodeId node, Role role, FixletRef fixlet) {
        @Override
        public String toString() {
            return fixlet + " (" + role.word() + ") on " + node;
        }
    }

    /** All that is missing, node by node, in the order in which it is to be taken. */
    public List<Missing> missing() throws Refusal {
        try {
            var view = observer.look(Set.of());
            List<Missing> missing = new ArrayList<>();
            for (Computer computer : view.computers()) {
                Prepared.missing(settings, view, computer)
                        .forEach(role -> missing.add(new Missing(
                                computer.node(), role, settings.fixlets().of(role))));
            }
            return missing;
        } catch (Silence silence) {
            throw Refusal.silent(silence, api.server());
        }
    }

    /**
     * Takes one of them and waits; it is done when its Fixlet is not relevant any more.
     *
     * @param secure parameters that only the agent reads, such as the password of the service's account
     */
    public void take(Missing missing, Map<String, String> secure) throws Refusal {
        try {
            var computer = observer.look(Set.of()).computer(missing.node()).orElseThrow();
            var title = "Understudy prepare " + settings.cluster() + " " + missing;
            int action = api.issue(
                    ActionPage.sourced(new ActionPage.Sourced(
                            missing.fixlet().siteName(),
                            missing.fixlet().id(),
                            computer.id(),
                            settings.fixlets().parametersOf(missing.role()),
                            secure,
                            LIFE,
                            title)),
                    title);
            observer.changed();
            await(missing, computer.id(), action);
        } catch (Silence silence) {
            throw Refusal.silent(silence, api.server());
        }
    }

    private void await(Missing missing, int computer, int action) throws Silence, Refusal {
        Instant until = settings.clock().instant().plus(LIFE);
        var waits = new Waits(settings);
        while (settings.clock().instant().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            var status = api.status(action).on(computer).flatMap(one -> StatusText.find(one.status()));
            if (status.filter(one -> one.meaning() == StatusText.Meaning.SAYS_DONE)
                    .isPresent()) {
                observer.changed();
                if (missing().stream().noneMatch(missing::equals)) {
                    return;
                }
            }
            if (status.filter(one -> one.meaning() == StatusText.Meaning.FAILED
                            || one.meaning() == StatusText.Meaning.NOT_RELEVANT)
                    .isPresent()) {
                throw Refusal.failed(
                        "BIGFIX-NOT-PREPARED",
                        missing.node().value(),
                        status.get()
                                .sentence(
                                        missing.fixlet().toString(),
                                        missing.node().value()),
                        "Look at the agent's log there.");
            }
            waits.pause();
        }
        api.stop(action);
        throw Refusal.inDoubt(
                "BIGFIX-LATE",
                missing.node().value(),
                missing + " has not come to an end within an hour, and was stopped.",
                "Look at the agent there.");
    }
}
