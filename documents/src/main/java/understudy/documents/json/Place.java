package understudy.documents.json;

import org.jspecify.annotations.Nullable;

/** Where in a value somebody is writing or reading: {@code $.steps[3].node}. */
record Place(@Nullable Place outer, String step) {

    static Place root() {
        return new Place(null, "$");
    }

    Place component(String name) {
        return new Place(this, "." + name);
    }

    Place item(int index) {
        return new Place(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        return outer == null ? step : outer + step;
    }
}
