package understudy.driver.simulated;

class SimulatedDriverTest extends ClusterDriverContract {
    @Override
    TestingRun newRun() {
        return TestingRun.on(Scenarios.mail());
    }

    @Override
    String passive() {
        return "n2";
    }
}
