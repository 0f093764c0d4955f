package understudy.driver.bigfix.observe;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Waits;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;

/** Makes agents report, because what the server knows of a computer is as old as its last report. */
final class Reports {
    private final BigFixSettings settings;
    private final BigFixApi api;
    private final ReportOrders orders;
    /** By the server's clock: when something was last changed through us. */
    private final AtomicReference<Instant> changed = new AtomicReference<>(Instant.EPOCH);

    Reports(BigFixSettings settings, BigFixApi api) {
        this.settings = settings;
        this.api = api;
        this.orders = new ReportOrders(settings, api);
    }

    /** The server's clock and its computers, as one answer has them. */
    private record Rows(Instant now, List<Computer> computers) {}

    /** From now on only reports that are made later count. */
    void changed() {
        changed.set(Instant.MAX);
    }

    /** Every node's computer; those that do not report although they were told to are not fresh. */
    List<Computer> fresh() throws Silence, Refusal {
        orders.tidy();
        var rows = rows();
        var floor = changed.updateAndGet(at -> at.equals(Instant.MAX) ? rows.now() : at);
        var young = rows.now().minus(settings.pace().fresh());
        var needed = young.isAfter(floor) ? young : floor;
        return rows.computers().stream().allMatch(one -> one.lastReport().isAfter(needed))
                ? told(rows.computers(), needed)
                : askedToReport(rows);
    }

    private List<Computer> askedToReport(Rows before) throws Silence, Refusal {
        var ids = before.computers().stream().map(Computer::id).toList();
        try (var _ = orders.toReport(ids)) {
            return awaited(before.now());
        }
    }

    private List<Computer> awaited(Instant asked) throws Silence, Refusal {
        Instant until = settings.clock().instant().plus(settings.pace().report());
        var waits = new Waits(settings);
        while (true) {
            waits.pause();
            var rows = rows();
            var silent = rows.computers().stream()
                    .filter(one -> !one.lastReport().isAfter(asked))
                    .toList();
            boolean late = !settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted();
            if (silent.isEmpty() || late) {
                return told(rows.computers(), asked);
            }
            if (silent.size() < rows.computers().size()) {
                var told = told(rows.computers(), asked);
                var view = new View(told, java.util.Set.of(), Map.of(), List.of());
                if (silent.stream().allMatch(one -> view.state(one.node()).equals("1"))) {
                    // The others say that they are down: nobody waits for them.
                    return told;
                }
            }
        }
    }

    private List<Computer> told(List<Computer> computers, Instant since) throws Silence {
        Map<Integer, Map<String, List<String>>> values = new LinkedHashMap<>();
        var ids = computers.stream().map(Computer::id).toList();
        for (List<String> tuple : api.query(Relevance.properties(ids, Computer.prefix()))) {
            if (tuple.size() == 3 && tuple.getFirst().matches("\\d{1,9}")) {
                values.computeIfAbsent(Integer.valueOf(tuple.getFirst()), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(tuple.get(1), _ -> new ArrayList<>())
                        .add(tuple.get(2));
            }
        }
        return computers.stream()
                .map(one -> one.telling(one.lastReport().isAfter(since), values.getOrDefault(one.id(), Map.of())))
                .toList();
    }

    private Rows rows() throws Silence, Refusal {
        var names = settings.nodes().stream().map(BigFixNode::computer).toList();
        var tuples = api.query(Relevance.computers(names)).stream()
                .filter(tuple -> tuple.size() == 5 && tuple.getFirst().matches("\\d{1,9}"))
                .toList();
        List<Computer> computers = new ArrayList<>();
        for (BigFixNode node : settings.nodes()) {
            computers.add(computer(node, tuples));
        }
        var now = tuples.stream().flatMap(tuple -> time(tuple.get(4)).stream()).findFirst();
        return new Rows(now.orElse(Instant.EPOCH), computers);
    }

    private Computer computer(BigFixNode node, List<List<String>> tuples) throws Refusal {
        var found = tuples.stream()
                .filter(tuple -> tuple.get(1).equalsIgnoreCase(node.computer()))
                .toList();
        if (found.size() != 1) {
            throw Refusal.failed(
                    found.isEmpty() ? "BIGFIX-NO-COMPUTER" : "BIGFIX-TWO-COMPUTERS",
                    node.node().value(),
                    found.isEmpty()
                            ? "BigFix knows no computer " + node.computer() + ", which is to be the node " + node.node()
                                    + "."
                            : "BigFix knows " + found.size() + " computers that are called " + node.computer()
                                    + ", so that it is not clear which is the node " + node.node() + ".",
                    found.isEmpty()
                            ? "Install its agent there, or correct the address in the inventory."
                            : "Delete the one that is no more from the console.");
        }
        var tuple = found.getFirst();
        return new Computer(
                node.node(),
                Integer.parseInt(tuple.getFirst()),
                tuple.get(2),
                time(tuple.get(3)).orElse(Instant.EPOCH),
                false,
                Map.of());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
