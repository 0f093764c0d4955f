package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.core.model.GroupId;
import understudy.engine.time.RealTime;

/**
 * Measures what 40 questions a second cost this machine, the answering services included:
 * {@code ./build test -pl engine -am -DincludedTags=bench -DexcludedTags=none -Dtest=ProbeBench}.
 */
@Tag("bench")
final class ProbeBench {
    private static final String HERE = InetAddress.getLoopbackAddress().getHostAddress();
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    @Test
    void costOfFortyQuestionsASecond() throws Exception {
        RealTime time = new RealTime();
        try (LoopbackService imap = new LoopbackService("* OK ready");
                LoopbackService smtp = new LoopbackService("220 ready");
                ProbeWatch watch = new ProbeWatch(
                        List.of(new GroupProbes(
                                new GroupId("mail"),
                                List.of(new Probe.Imap(HERE, imap.port()), new Probe.Smtp(HERE, smtp.port())))),
                        ProbeSettings.usual(),
                        OutageListener.none())) {
            watch.start();
            time.pause(WARM_UP);
            long before = cpu();
            time.pause(MEASURED);
            double share = 100.0 * (cpu() - before) / MEASURED.toNanos();
            System.out.printf("bench: 40 questions/s cost %.2f %% of one core, services included%n", share);
            assertThat(watch.outages()).isEmpty();
            System.out.printf("bench: %d single misses%n", watch.singleMisses().size());
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
