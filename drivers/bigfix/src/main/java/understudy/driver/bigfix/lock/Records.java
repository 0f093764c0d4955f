package understudy.driver.bigfix.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.driver.bigfix.wire.ActionPage;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;

/** Records on the server that no computer ever carries out: actions for nobody, whose titles say everything. */
final class Records {
    private final BigFixApi api;

    Records(BigFixApi api) {
        this.api = api;
    }

    /** One of them. Ids rise, so that of two the one that came first is known. */
    record Entry(int id, String title, boolean isOpen) {}

    List<Entry> list(String prefix) throws Silence {
        List<Entry> entries = new ArrayList<>();
        for (List<String> tuple : api.query(Relevance.actions(prefix))) {
            if (tuple.size() == 3 && tuple.getFirst().matches("\\d{1,9}")) {
                entries.add(new Entry(
                        Integer.parseInt(tuple.getFirst()),
                        tuple.get(1),
                        tuple.get(2).equalsIgnoreCase("Open")));
            }
        }
        entries.sort(java.util.Comparator.comparingInt(Entry::id));
        return entries;
    }

    int write(String title, Duration life) throws Silence {
        return api.issue(ActionPage.record(title, life), title);
    }

    void end(int id) throws Silence {
        api.stop(id);
    }
}
