package dev.orderstream.operations.demo;

import dev.orderstream.operations.placing.OrderRequest;
import dev.orderstream.operations.placing.OrderRequest.Address;
import dev.orderstream.operations.placing.OrderRequest.Customer;
import dev.orderstream.operations.placing.OrderRequest.Line;
import dev.orderstream.operations.placing.Pounds;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes up orders; the same seed makes up the same ones.
final class GeneratedOrders {

    private static final int LINES_MAX = 5;
    private static final int QUANTITY_MAX = 6;

    /// A small shop's goods and their prices in pounds.
    private record Good(String sku, String description, String pounds) {}

    private static final List<Good> GOODS =
            List.of(
                    new Good("TEA-EG-250", "Earl Grey tea, 250 g", "6.95"),
                    new Good("POT-BRN-2L", "Brown Betty teapot, 2 l", "24.50"),
                    new Good("MUG-STR-01", "Striped mug", "8.00"),
                    new Good("LAN-MET-WH", "White metal lantern", "3.39"),
                    new Good("HWB-KNIT", "Knitted hot water bottle", "13.75"),
                    new Good("CAN-VAN-06", "Vanilla candles, set of 6", "4.25"),
                    new Good("BAG-JUM-RD", "Jumbo bag, red retrospot", "1.95"),
                    new Good("CLK-ALM-GR", "Alarm clock, green", "11.20"),
                    new Good("UMB-TARTAN", "Tartan umbrella", "19.99"),
                    new Good("JAM-STR-34", "Strawberry jam, 340 g", "3.60"));
    private static final List<String> NAMES =
            List.of("Ada Byron", "Grace Murray", "Alan Mathison", "Edsger Wybe", "Barbara Jane");
    private static final List<Address> ADDRESSES =
            List.of(
                    new Address("12 Mill Lane", "Bath", "BA1 1AA", "GB"),
                    new Address("Hauptstr. 5", "Freiburg", "79098", "DE"),
                    new Address("3 rue Neuve", "Lyon", "69001", "FR"),
                    new Address("Karl Johans gate 1", "Oslo", "0154", "NO"));

    private final RandomGenerator random;

    GeneratedOrders(RandomGenerator random) {
        this.random = random;
    }

    Order next(String paymentMethod) {
        return new Order.ToPost(request(pick(ADDRESSES), paymentMethod), null);
    }

    /// The order of a customer with a plan.
    Order next(Order.Plan plan, String paymentMethod) {
        Address address = pick(ADDRESSES);
        String postalCode = plan.scenario().postalCode();
        if (postalCode != null) {
            address = new Address(address.street(), address.city(), postalCode, address.country());
        }
        return new Order.ToPost(request(address, paymentMethod), plan);
    }

    private OrderRequest request(Address address, String paymentMethod) {
        List<Line> lines =
                IntStream.rangeClosed(0, random.nextInt(LINES_MAX)).mapToObj(_ -> line()).toList();
        return new OrderRequest(customer(), address, lines, paymentMethod);
    }

    private Customer customer() {
        String name = pick(NAMES);
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        return new Customer(id, name, id + "@customer.example");
    }

    private Line line() {
        Good good = pick(GOODS);
        return new Line(
                good.sku(),
                good.description(),
                1 + random.nextInt(QUANTITY_MAX),
                Pounds.price(good.pounds()));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
