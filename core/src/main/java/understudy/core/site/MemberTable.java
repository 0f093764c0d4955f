package understudy.core.site;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where every member stands, in their order. It is immutable, and a change shares with the table before it all but the few rows that
 * stand beside the changed one: a site of thousands changes thousands of times.
 */
final class MemberTable extends AbstractMap<MemberName, MemberState> {
    private static final int ROWS = 64;

    private final List<MemberName> names;
    private final Map<MemberName, Integer> places;
    private final List<List<MemberState>> blocks;

    private MemberTable(List<MemberName> names, Map<MemberName, Integer> places, List<List<MemberState>> blocks) {
        this.names = names;
        this.places = places;
        this.blocks = blocks;
    }

    static MemberTable of(Map<MemberName, MemberState> members) {
        if (members instanceof MemberTable table) {
            return table;
        }
        List<MemberName> names = List.copyOf(members.keySet());
        Map<MemberName, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        List<MemberState> states = List.copyOf(members.values());
        List<List<MemberState>> blocks = new ArrayList<>();
        for (int from = 0; from < states.size(); from += ROWS) {
            blocks.add(states.subList(from, Math.min(from + ROWS, states.size())));
        }
        return new MemberTable(names, places, List.copyOf(blocks));
    }

    /** The same with one row changed. */
    MemberTable with(MemberName name, MemberState state) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("The site has no member " + name + ".");
        }
        List<MemberState> block = new ArrayList<>(blocks.get(place / ROWS));
        block.set(place % ROWS, state);
        List<List<MemberState>> changed = new ArrayList<>(blocks);
        changed.set(place / ROWS, List.copyOf(block));
        return new MemberTable(names, places, List.copyOf(changed));
    }

    MemberTable mapped(UnaryOperator<MemberState> change) {
        return new MemberTable(
                names,
                places,
                blocks.stream()
                        .map(block -> block.stream().map(change).toList())
                        .toList());
    }

    @Override
    public @Nullable MemberState get(@Nullable Object name) {
        Integer place = places.get(name);
        return place == null ? null : at(place);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return places.containsKey(name);
    }

    @Override
    public Set<Map.Entry<MemberName, MemberState>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<MemberName, MemberState>> iterator() {
                return new Rows();
            }

            @Override
            public int size() {
                return names.size();
            }
        };
    }

    private MemberState at(int place) {
        return blocks.get(place / ROWS).get(place % ROWS);
    }

    private final class Rows implements Iterator<Map.Entry<MemberName, MemberState>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.size();
        }

        @Override
        public Map.Entry<MemberName, MemberState> next() {
            Map.Entry<MemberName, MemberState> row = Map.entry(names.get(next), at(next));
            next++;
            return row;
        }
    }
}
