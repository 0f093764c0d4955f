package understudy.driver.bigfix.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;

/** The marks of ledger entries: one open record for each, seen whether or not its node can be. What has no such record is not ours. */
public final class Marks {
    private static final String PREFIX = "Understudy mark ";
    private static final Duration LIFE = Duration.ofDays(90);
    private static final int WORDS = 6;

    private final Records records;
    private final String prefix;

    public Marks(BigFixApi api, String cluster) {
        this.records = new Records(api);
        this.prefix = PREFIX + Words.word(cluster) + " ";
    }

    /** The marks that are there. */
    public List<Mark> list() throws Silence {
        return records.list(prefix).stream()
                .filter(Records.Entry::isOpen)
                .flatMap(entry -> read(entry.title()).stream())
                .distinct()
                .toList();
    }

    /** Makes sure that the entry is marked. */
    public void put(LedgerEntry entry) throws Silence {
        if (!has(entry)) {
            records.write(title(mark(entry)), LIFE);
        }
    }

    public boolean has(LedgerEntry entry) throws Silence {
        return list().contains(mark(entry));
    }

    /** Takes the entry's mark away, if it is there. */
    public void take(LedgerEntry entry) throws Silence {
        take(mark(entry));
    }

    private void take(Mark mark) throws Silence {
        for (Records.Entry entry : records.list(prefix)) {
            if (entry.isOpen() && read(entry.title()).filter(mark::equals).isPresent()) {
                records.end(entry.id());
            }
        }
    }

    /** Gives a mark another run's name: the new one is there before the old one goes. False where there is no such mark. */
    public boolean adopt(Mark mark, RunId heir) throws Silence {
        if (!list().contains(mark)) {
            return false;
        }
        records.write(title(new Mark(mark.entry(), heir, mark.kind(), mark.node(), mark.group())), LIFE);
        take(mark);
        return true;
    }

    private static Mark mark(LedgerEntry entry) {
        return new Mark(entry.id(), entry.run(), entry.kind(), entry.node(), entry.group());
    }

    private String title(Mark mark) {
        return prefix + mark.run() + " " + Words.word(mark.entry()) + " " + mark.kind() + " "
                + mark.node().map(node -> Words.word(node.value())).orElse("-") + " "
                + mark.group().map(group -> Words.word(group.value())).orElse("-") + " .";
    }

    private Optional<Mark> read(String title) {
        var words = title.substring(prefix.length()).split(" ", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mark(
                    Words.text(words[1]),
                    new RunId(words[0]),
                    LedgerEntry.Kind.valueOf(words[2]),
                    name(words[3]).map(NodeId::new),
                    name(words[4]).map(GroupId::new)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(Words.text(word));
    }
}
