package understudy.engine.probes;

import understudy.engine.ports.OutageWatch.Outage;

/** Is told of outages as soon as they are certain, in order, on a thread of its own. */
public interface OutageListener {
    /** Told once for each outage; its beginning lies up to two questions and their deadlines back. */
    void began(Outage outage);

    /** Told once all probes of the group answer again. */
    void ended(Outage outage);

    /** Hears nothing. */
    static OutageListener none() {
        return new OutageListener() {
            @Override
            public void began(Outage outage) {}

            @Override
            public void ended(Outage outage) {}
        };
    }
}
