package understudy.cli.wiring;

import java.util.Optional;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.OutageWatch;
import understudy.engine.ports.RunTime;

/**
 * One cluster, opened: how it is seen and acted on, how its outage is measured, by which clock.
 *
 * @param access what the driver reaches the nodes by, closed last
 * @param trail hears the commands that go to the nodes; a simulated cluster has none
 */
public record Member(ClusterDriver driver, OutageWatch watch, RunTime time, Access access, Optional<CommandTrail> trail)
        implements AutoCloseable {
    /** Something to be closed that does not throw. */
    public interface Access extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        watch.close();
        driver.close();
        access.close();
    }
}
