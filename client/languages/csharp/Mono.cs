// What the generated code uses of Json.NET 13 and Debian's older one lacks. The names are given by attributes, so that no naming is needed.
namespace ErpSync.Client.Client
{
    internal class CamelCaseNamingStrategy
    {
        public bool OverrideSpecifiedNames { get; set; }
    }

    internal class DefaultContractResolver : Newtonsoft.Json.Serialization.DefaultContractResolver
    {
        public CamelCaseNamingStrategy NamingStrategy { get; set; }
    }
}

namespace ErpSync.Client.Model
{
    internal class CamelCaseNamingStrategy : Client.CamelCaseNamingStrategy
    {
    }

    internal class DefaultContractResolver : Client.DefaultContractResolver
    {
    }
}
