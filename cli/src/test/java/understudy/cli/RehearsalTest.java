package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal comes to the end of the run, whoever does its steps. */
class RehearsalTest {
    private static final String EXCHANGE_2003 = """
            format: 1
            about: An Exchange 2003 cluster whose virtual server a person upgrades.
            cluster: {platform: exchange-2003, kind: active-passive}
            nodes:
              NODEA: {services: {SNMP: {holdsCounters: true}}}
              NODEB: {services: {SNMP: {holdsCounters: true}}}
              NODEC: {services: {SNMP: {holdsCounters: true}}}
            groups:
              EVS1:
                owners: [NODEA]
                version: {component: exchange, version: "6.5.7226"}
              cluster group: {owners: [NODEC], weight: 0}
            patch:
              versionFence: true
              changes:
                exchange: {from: "6.5.7226", to: "6.5.7638", bytes: 100000000}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatAnOperatorDoesInTheRunTheTwinDoesItself() throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), EXCHANGE_2003);
        var inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, "format: 1\nclusters:\n  mail: {platform: simulated, scenario: scenario.yaml}\n");

        CommandRun rehearsal = CommandRun.of(
                List.of("rehearse", inventory.toString(), "mail", "--procedure", "exchange-2003/cluster-service-pack"));

        assertThat(rehearsal.output() + rehearsal.errors())
                .contains("upgrade:EVS1>NODE", "FINISHED", "Planned: 3 outages; measured: 3 outages.");
        assertThat(rehearsal.exit()).isZero();
    }
}
