package understudy.driver.bigfix.observe;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.wire.ActionPage;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;

/** The actions by which agents are told to report; each is deleted when its look is over, also where a process or an answer was lost in between. */
final class ReportOrders {
    private final BigFixSettings settings;
    private final BigFixApi api;
    private final String title;
    /** Whether the server may have one that nobody waits for: of a process before this one, or of a lost answer. */
    private final AtomicBoolean mayBeLeft = new AtomicBoolean(true);
    /** Those of ours whose deletion got no answer. */
    private final Set<Integer> undeleted = ConcurrentHashMap.newKeySet();

    ReportOrders(BigFixSettings settings, BigFixApi api) {
        this.settings = settings;
        this.api = api;
        this.title = "Understudy look " + settings.cluster();
    }

    /** One of them, for as long as its look lasts. */
    interface Order extends AutoCloseable {
        @Override
        void close() throws Silence;
    }

    Order toReport(List<Integer> computers) throws Silence {
        try {
            int action = api.issue(
                    ActionPage.report(title, computers, settings.pace().report()), title);
            return () -> delete(action);
        } catch (Silence lost) {
            mayBeLeft.set(true);
            throw lost;
        }
    }

    private void delete(int action) throws Silence {
        undeleted.add(action);
        api.delete(action);
        undeleted.remove(action);
    }

    /** Deletes those of ours, and others whose time is over. An open one may be another process's; it is asked after again at the next look. */
    void tidy() throws Silence {
        for (int action : List.copyOf(undeleted)) {
            delete(action);
        }
        if (mayBeLeft.getAndSet(false)) {
            try {
                if (deleteOver()) {
                    mayBeLeft.set(true);
                }
            } catch (Silence lost) {
                mayBeLeft.set(true);
                throw lost;
            }
        }
    }

    /** Whether another is open still. */
    private boolean deleteOver() throws Silence {
        boolean open = false;
        for (List<String> tuple : api.query(Relevance.actions(title))) {
            boolean ours = tuple.size() == 3
                    && tuple.getFirst().matches("\\d{1,9}")
                    && tuple.get(1).equals(title);
            if (ours && tuple.get(2).equalsIgnoreCase("Open")) {
                open = true;
            } else if (ours) {
                api.delete(Integer.parseInt(tuple.getFirst()));
            }
        }
        return open;
    }
}
