package understudy.driver.bigfix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.NodeJobs;

/** The open actions of ours, whoever has issued them, by the nodes in their titles. */
final class BigFixJobs implements NodeJobs {
    private static final String PREFIX = "understudy-";

    private final BigFixSettings settings;
    private final BigFixApi api;

    BigFixJobs(BigFixSettings settings, BigFixApi api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public List<NodeId> nodes() {
        return settings.nodes().stream().map(BigFixNode::node).toList();
    }

    @Override
    public Answer live(NodeId node) {
        try {
            List<LiveJob> jobs = new ArrayList<>();
            for (List<String> tuple : api.query(Relevance.actions(PREFIX))) {
                var title = tuple.size() == 3 ? tuple.get(1) : "";
                boolean here = (title + " ").contains(" on " + node + " ");
                if (here && tuple.get(2).equalsIgnoreCase("Open") && goesOn(Integer.parseInt(tuple.getFirst()))) {
                    var words = title.split(" ", 3);
                    jobs.add(new LiveJob(node, words[0], words.length > 1 ? words[1] : ""));
                }
            }
            return new Answer.Live(jobs);
        } catch (Silence silence) {
            return new Answer.Silent(silence.sentence());
        }
    }

    /** Some computer of it has not come to an end yet. */
    private boolean goesOn(int action) throws Silence {
        var computers = api.status(action).computers().values();
        return computers.isEmpty()
                || computers.stream()
                        .flatMap(one -> StatusText.find(one.status()).stream())
                        .anyMatch(status -> status.meaning() == StatusText.Meaning.WAITS
                                || status.meaning() == StatusText.Meaning.BLOCKED);
    }

    /** An agent knows of no token: whoever acts reads the lock first. */
    @Override
    public Answer fence(NodeId node, long token) {
        return live(node);
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        Instant until = settings.clock().instant().plus(atMost);
        var waits = new Waits(settings);
        while (true) {
            switch (live(job.node())) {
                case Answer.Silent(String reason) -> {
                    return new Waited.Silent(reason);
                }
                case Answer.Live(List<LiveJob> jobs) -> {
                    if (!jobs.contains(job)) {
                        return new Waited.Over("its action has come to an end");
                    }
                }
            }
            if (!settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return new Waited.Running();
            }
            waits.pause();
        }
    }
}
