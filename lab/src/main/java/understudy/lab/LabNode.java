package understudy.lab;

/** One node of a lab: its number, counted from 1, and its address. */
public record LabNode(int number, String address) {
    public String name() {
        return "n" + number;
    }
}
