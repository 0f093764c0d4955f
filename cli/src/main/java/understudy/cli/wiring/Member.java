package understudy.cli.wiring;

import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.OutageWatch;
import understudy.engine.ports.RunTime;

/**
 * One cluster, opened: how it is seen and acted on, how its outage is measured, by which clock.
 *
 * @param access what the driver reaches the nodes by, closed last
 */
public record Member(ClusterDriver driver, OutageWatch watch, RunTime time, Access access) implements AutoCloseable {
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
