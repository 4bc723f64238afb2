package kaigo.cli;

public final class Kiban {
    public static void main(String[] args) {
        System.out.println("kiban");
    }
}
