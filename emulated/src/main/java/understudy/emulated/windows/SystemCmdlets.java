package understudy.emulated.windows;

import java.time.Duration;
import java.util.List;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Service;

/** Cmdlets about services, processes and time. */
final class SystemCmdlets {
    private final EmulatedNode node;

    private SystemCmdlets(EmulatedNode node) {
        this.node = node;
    }

    static void add(Cmdlets cmdlets, EmulatedNode node) {
        var system = new SystemCmdlets(node);
        cmdlets.add(
                        "Write-Output",
                        "InputObject",
                        call -> call.value("InputObject").stream().toList())
                .add("Get-Service", "Name", call -> List.of(shown(system.service(call))))
                .add("Stop-Service", "Name Force?", call -> system.turn(call, "Stop-Service", false))
                .add("Start-Service", "Name", call -> system.turn(call, "Start-Service", true))
                .add("Get-Process", "Name Id", system::processes)
                .add("Start-Sleep", "Seconds Milliseconds", system::sleep);
    }

    private Service service(Call call) throws PowerShellError {
        var name = call.text("Name");
        return node.node()
                .service(name)
                .orElseThrow(() -> new PowerShellError("Cannot find any service with service name '" + name + "'."));
    }

    private static Properties shown(Service service) {
        return new Properties(service.name())
                .with("Name", service.name())
                .with("Status", service.isRunning() ? "Running" : "Stopped");
    }

    private List<Object> turn(Call call, String verb, boolean running) throws PowerShellError, InterruptedException {
        var service = service(call);
        node.world().note(node.node(), verb + " " + service.name());
        if (running && service.startMode().equals("Disabled")) {
            throw new PowerShellError("Service '" + service.name() + "' cannot be started: it is disabled.");
        }
        node.world().clock().pass(node.world().timing().service());
        service.run(running);
        return List.of();
    }

    private List<Object> processes(Call call) throws PowerShellError {
        var id = call.value("Id").map(Values::text);
        var found = node.node().processes().stream()
                .filter(process -> id.isEmpty() || id.get().equals(Integer.toString(process.id())))
                .<Object>map(process -> new Properties(process.program())
                        .with("Name", process.program())
                        .with("Id", process.id()))
                .toList();
        if (id.isPresent() && found.isEmpty()) {
            throw new PowerShellError("No process with process ID " + id.get() + " was found.");
        }
        return found;
    }

    private List<Object> sleep(Call call) throws PowerShellError, InterruptedException {
        long millis = call.has("Milliseconds")
                ? Long.parseLong(call.text("Milliseconds"))
                : Long.parseLong(call.text("Seconds")) * 1000;
        node.world().clock().pass(Duration.ofMillis(millis));
        return List.of();
    }
}
