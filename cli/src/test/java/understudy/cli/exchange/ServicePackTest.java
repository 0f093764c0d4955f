package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Catalogue P1 from the command line to the report, over SSH, on emulated Windows nodes. */
@Timeout(180)
class ServicePackTest {
    @TempDir
    private Path folder;

    @Test
    void twoNodesGetTheServicePackWithOneOutage() throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder)) {
            var check = cluster.call("check");
            System.out.println(check);
            var plan = cluster.call("plan");
            System.out.println(plan);
            var run = cluster.run("sp");
            System.out.println(run);
            cluster.world().journal().forEach(System.out::println);
            assertThat(run.exit()).as(run.toString()).isZero();
        }
    }
}
