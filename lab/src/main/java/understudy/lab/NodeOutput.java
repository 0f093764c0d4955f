package understudy.lab;

/**
 * What a program inside a node printed and how it ended.
 *
 * @param code its exit code; 0 is success
 */
public record NodeOutput(int code, String out, String err) {
    public boolean succeeded() {
        return code == 0;
    }
}
