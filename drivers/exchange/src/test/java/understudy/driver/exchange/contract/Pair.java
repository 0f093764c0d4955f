package understudy.driver.exchange.contract;

/** The two clusters side by side, each given the same operations. */
final class Pair implements AutoCloseable {
    private final Side emulated;
    private final Side simulated;

    Pair(Shape shape) {
        emulated = shape.isOld() ? new OldEmulatedSide(shape) : new EmulatedSide(shape);
        simulated = new SimulatedSide(shape);
        var real = emulated.begin();
        var other = simulated.begin();
        if (!real.equals(other)) {
            throw new AssertionError("They begin differently: " + real + " and " + other);
        }
    }

    Both does(Operation operation) throws InterruptedException {
        var real = emulated.does(operation);
        var other = simulated.does(operation);
        return new Both(real, other, emulated.state().equals(simulated.state()));
    }

    /** What both look like, for whoever reads of a failure. */
    String state() {
        return "emulated " + emulated.state() + "\nsimulated " + simulated.state();
    }

    @Override
    public void close() {
        emulated.close();
        simulated.close();
    }
}
