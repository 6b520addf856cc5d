package org.hiwar.app.demo.messenger;

import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.messenger.stub.Place;

/// A customer of the demonstration, who has the messenger on the telephone of this number.
///
/// @param number with `+`
/// @param place from where the customer writes
record Customer(String number, String name, Place place) {
  private record Person(String name, Place place) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person(
              "Laura Bennett", at(53.5528, 10.0067, "Hamburg Hauptbahnhof", "Hachmannplatz 16")),
          new Person("ليلى حداد", at(52.5219, 13.4132, "ألكسندربلاتس", "برلين")),
          new Person("Thomas Reed", at(52.5251, 13.3694, "Berlin Hauptbahnhof", "Europaplatz 1")),
          new Person("يوسف الخطيب", at(51.3455, 12.3821, "محطة لايبزيغ الرئيسية", "لايبزيغ")),
          new Person("Nora Lindgren", at(50.9413, 6.9583, "Kölner Dom", "Domkloster 4")),
          new Person("سلمى نصّار", at(53.0758, 8.8072, "ساحة السوق", "بريمن")),
          new Person("Paul Okafor", at(48.1374, 11.5755, "Marienplatz", "München")),
          new Person("كريم منصور", at(51.0519, 13.7415, "كنيسة السيدة", "دريسدن")));

  /// The first telephones of the demonstration's network are theirs.
  static final List<Customer> ALL =
      IntStream.range(0, PEOPLE.size())
          .mapToObj(
              i ->
                  new Customer(
                      DemoNumbers.phones().get(i).text(),
                      PEOPLE.get(i).name(),
                      PEOPLE.get(i).place()))
          .toList();

  private static Place at(double latitude, double longitude, String name, String address) {
    return new Place(latitude, longitude, name, address);
  }
}
